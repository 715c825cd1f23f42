import Coordination
import Testing

@Suite struct DepartureTests {
    @Test func `a coordinator stays while nothing asks it to leave`() {
        var departure = Departure()
        #expect(departure.heed(requests: 0, at: .zero) == false)
        departure.leaveIfAlone(workers: 0, at: .seconds(1000))
        #expect(departure.reason == nil)
    }

    @Test func `the first request drains once and the second one interrupts`() {
        var departure = Departure()
        #expect(departure.heed(requests: 1, at: .seconds(1)) == true)
        #expect(departure.heed(requests: 1, at: .seconds(2)) == false)
        #expect(departure.reason == nil)
        #expect(departure.heed(requests: 2, at: .seconds(3)) == false)
        #expect(departure.reason == .interrupted)
    }

    @Test func `two requests at once drain and do not wait`() {
        var departure = Departure()
        #expect(departure.heed(requests: 2, at: .zero) == true)
        #expect(departure.reason == .interrupted)
    }

    @Test func `draining is over after thirty seconds`() {
        var departure = Departure()
        _ = departure.heed(requests: 1, at: .seconds(5))
        _ = departure.heed(requests: 1, at: .seconds(34))
        #expect(departure.reason == nil)
        _ = departure.heed(requests: 1, at: .seconds(35))
        #expect(departure.reason == .interrupted)
    }

    @Test func `a finished coordinator leaves when everybody has gone`() {
        var departure = Departure()
        departure.sayFarewell(at: .seconds(10))
        departure.leaveIfAlone(workers: 1, at: .seconds(11))
        #expect(departure.reason == nil)
        departure.leaveIfAlone(workers: 0, at: .seconds(11))
        #expect(departure.reason == .finished)
    }

    @Test func `nobody is waited for longer than two seconds`() {
        var departure = Departure()
        departure.sayFarewell(at: .seconds(10))
        departure.leaveIfAlone(workers: 3, at: .seconds(12))
        #expect(departure.reason == .finished)
    }

    @Test func `what was drained is not called finished`() {
        var departure = Departure()
        _ = departure.heed(requests: 1, at: .zero)
        departure.sayFarewell(at: .seconds(1))
        departure.leaveIfAlone(workers: 0, at: .seconds(1))
        #expect(departure.reason == .drained)
    }

    @Test func `a reason that somebody gave holds`() {
        var departure = Departure()
        departure.leave(.deadline)
        departure.sayFarewell(at: .zero)
        departure.leaveIfAlone(workers: 0, at: .zero)
        #expect(departure.reason == .deadline)
    }
}
