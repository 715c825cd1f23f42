import ClusterSimulation
import Randomness
import Testing

@Suite struct EventQueueTests {
    @Test func `events are ordered by time, then by when they were planned`() {
        var dice = Seed(rawValue: 7).generator()
        var queue = EventQueue<Int>()
        var expected: [(time: Int64, event: Int)] = []
        for event in 0..<500 {
            let time = Int64(dice.integer(below: 60))
            queue.plan(event, at: VirtualTime(nanoseconds: time))
            expected.append((time, event))
        }
        expected.sort { $0.time == $1.time ? $0.event < $1.event : $0.time < $1.time }
        var found: [Int] = []
        while let next = queue.next() { found.append(next.event) }
        #expect(found == expected.map(\.event))
        #expect(queue.isEmpty)
    }

    @Test func `events may be planned while others are taken out`() {
        var queue = EventQueue<String>()
        func at(_ time: Int64) -> VirtualTime { VirtualTime(nanoseconds: time) }
        queue.plan("late", at: at(9))
        queue.plan("early", at: at(1))
        #expect(queue.next()?.event == "early")
        queue.plan("between", at: at(5))
        #expect(queue.next()?.event == "between")
        #expect(queue.next()?.event == "late")
        #expect(queue.isEmpty)
    }
}
