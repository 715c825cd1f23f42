/// Future events, earliest first; events at the same time come in the order in which they were
/// planned.
///
/// A binary heap of small keys; the events, which are large, stay in place beside it.
package struct EventQueue<Event> {
    private struct Key {
        let time: VirtualTime
        let order: UInt64
        let place: Int

        func isEarlier(than other: Key) -> Bool {
            time == other.time ? order < other.order : time < other.time
        }
    }

    private var heap: [Key] = []
    private var places: [Event?] = []
    private var free: [Int] = []
    private var planned: UInt64 = 0

    /// Starts empty.
    package init() {}

    /// Whether no event is planned.
    package var isEmpty: Bool { heap.isEmpty }

    /// Plans an event.
    ///
    /// - Complexity: O(log events).
    package mutating func plan(_ event: Event, at time: VirtualTime) {
        let place: Int
        if let reused = free.popLast() {
            place = reused
            places[place] = event
        } else {
            place = places.count
            places.append(event)
        }
        heap.append(Key(time: time, order: planned, place: place))
        planned += 1
        rise()
    }

    /// Removes the next event and returns it.
    ///
    /// - Complexity: O(log events).
    package mutating func next() -> (time: VirtualTime, event: Event)? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        if !heap.isEmpty { sink(last) }
        free.append(first.place)
        guard let event = places[first.place].take() else { return nil }
        return (first.time, event)
    }

    private mutating func rise() {
        var child = heap.count - 1
        let key = heap[child]
        while child > 0 {
            let parent = (child - 1) / 2
            guard key.isEarlier(than: heap[parent]) else { break }
            heap[child] = heap[parent]
            child = parent
        }
        heap[child] = key
    }

    private mutating func sink(_ key: Key) {
        var parent = 0
        while 2 * parent + 1 < heap.count {
            var child = 2 * parent + 1
            if child + 1 < heap.count, heap[child + 1].isEarlier(than: heap[child]) { child += 1 }
            guard heap[child].isEarlier(than: key) else { break }
            heap[parent] = heap[child]
            parent = child
        }
        heap[parent] = key
    }
}
