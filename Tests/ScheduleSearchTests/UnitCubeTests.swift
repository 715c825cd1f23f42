import Randomness
import ScheduleSearch
import Testing
import Trials

@Suite struct UnitCubeTests {
    private static let domains: [ParameterDomain] = [
        .real(range: 0...1, scale: .linear), .real(range: 0.0001...1, scale: .log),
        .real(range: 0.3...0.300002, scale: .linear), .real(range: 5...5, scale: .log),
        .integer(range: 0...1000, scale: .linear), .integer(range: 1...1_000_000, scale: .log),
        .integer(range: 4...4, scale: .log), .category(choices: ["a", "b", "c"]),
        .category(choices: ["only"]),
    ]

    @Test(arguments: domains)
    func `every point gives a value of the domain`(domain: ParameterDomain) {
        for step in 0...1000 {
            #expect(domain.contains(domain.value(at: Double(step) / 1000)))
        }
    }

    @Test(arguments: domains)
    func `a value's point gives the value back`(domain: ParameterDomain) {
        for step in 0...1000 {
            let value = domain.value(at: Double(step) / 1000)
            let again = domain.value(at: domain.unit(of: value))
            #expect(again == value, "step \(step)")
        }
    }

    @Test func `the ends of a range are its bounds`() {
        let domain = ParameterDomain.real(range: 0.02...0.6, scale: .log)
        #expect(domain.value(at: 0) == .real(0.02))
        #expect(domain.value(at: 1) == .real(0.6))
        #expect(domain.unit(of: .real(0.02)) == 0)
        #expect(domain.unit(of: .real(0.6)) == 1)
    }

    @Test func `a logarithmic scale has the geometric mean in its middle`() {
        let domain = ParameterDomain.real(range: 0.001...0.1, scale: .log)
        #expect(domain.value(at: 0.5) == .real(0.01))
    }

    @Test func `numbers have four significant digits`() {
        let domain = ParameterDomain.real(range: 0...1, scale: .linear)
        #expect(domain.value(at: 0.123456789) == .real(0.1235))
        #expect(domain.value(at: 0.000123456789) == .real(0.0001235))
        let narrow = ParameterDomain.real(range: 0.3...0.302, scale: .linear)
        #expect(narrow.value(at: 0.123456789) == .real(0.300247))
    }

    @Test func `whole numbers have equal parts of a linear scale`() {
        let domain = ParameterDomain.integer(range: 1...4, scale: .linear)
        let counts = (0..<1000).reduce(into: [Int: Int]()) { counts, step in
            guard case .integer(let number) = domain.value(at: (Double(step) + 0.5) / 1000)
            else { return }
            counts[number, default: 0] += 1
        }
        #expect(counts == [1: 250, 2: 250, 3: 250, 4: 250])
    }

    @Test func `a value outside is moved to the nearest bound`() {
        let domain = ParameterDomain.real(range: 0.02...0.6, scale: .log)
        #expect(domain.nearest(to: .real(3)) == .real(0.6))
        #expect(domain.nearest(to: .real(0)) == .real(0.02))
        #expect(domain.nearest(to: .real(0.1234567)) == .real(0.1234567))
        #expect(
            ParameterDomain.integer(range: 2...5, scale: .log).nearest(to: .integer(9))
                == .integer(5)
        )
        #expect(
            ParameterDomain.category(choices: ["a", "b"]).nearest(to: .category("z"))
                == .category("a")
        )
    }
}
