import Coordination
import Randomness

/// The network between the coordinator and its workers: it delays, loses, duplicates and reorders
/// messages, and cuts workers off.
struct FaultyNetwork {
    /// One worker's path to the coordinator, or back.
    private struct Link {
        var cutUntil = VirtualTime.zero
        /// When the latest message arrives of those that keep their order.
        var lastArrival = VirtualTime.zero
    }

    private var links: [Link]
    private var dice: PhiloxGenerator

    init(workers: Int, dice: PhiloxGenerator) {
        links = Array(repeating: Link(), count: 2 * workers)
        self.dice = dice
    }

    /// Cuts a worker off in the given directions until a time.
    mutating func cut(_ worker: Int, _ directions: [Direction], until time: VirtualTime) {
        for direction in directions {
            let link = 2 * worker + direction.rawValue
            links[link].cutUntil = max(links[link].cutUntil, time)
        }
    }

    /// Ends every cut.
    mutating func heal() {
        for link in links.indices { links[link].cutUntil = .zero }
    }

    /// When a message sent now arrives: an empty list if it is lost, two times if it is duplicated.
    mutating func arrivals(
        of worker: Int, _ direction: Direction, at now: VirtualTime, _ faults: FaultProfile
    ) -> [VirtualTime] {
        let link = 2 * worker + direction.rawValue
        if now < links[link].cutUntil || faults.loss.strikes(&dice) { return [] }
        let arrival = arrival(on: link, at: now, faults)
        guard faults.duplication.strikes(&dice) else { return [arrival] }
        return [arrival, arrival + dice.span(.zero, .seconds(4))]
    }

    private mutating func arrival(
        on link: Int, at now: VirtualTime, _ faults: FaultProfile
    ) -> VirtualTime {
        let usual = now + dice.span(.microseconds(100), .milliseconds(3))
        if faults.reordering.strikes(&dice) {
            return usual + dice.span(.zero, .seconds(2))
        }
        links[link].lastArrival = max(links[link].lastArrival, usual)
        return links[link].lastArrival
    }
}

extension VirtualSpan {
    static let zero = VirtualSpan(nanoseconds: 0)
}
