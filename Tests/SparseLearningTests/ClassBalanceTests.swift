import Datasets
import Randomness
import SparseLearning
import Testing
import Trials

@Suite struct ClassBalanceTests {
    /// 70 rows of the first class, 20 of the second, none of the third, 5 of the fourth.
    private let labels =
        Array(repeating: Int32(0), count: 70) + Array(repeating: 1, count: 20)
        + Array(repeating: 3, count: 5)

    private func balance(_ sampling: ClassSampling = .balanced, seed: UInt64 = 1) -> ClassBalance? {
        ClassBalance(
            sampling, .classes(labels: labels, names: ["a", "b", "c", "d"]),
            seed: Seed(rawValue: seed))
    }

    private func epochs(_ count: Int, seed: UInt64 = 1) throws -> [[Int32]] {
        var classes = try #require(balance(seed: seed))
        var order = Array(repeating: Int32(0), count: labels.count)
        return (0..<count).map { _ in
            classes.fill(&order)
            return order
        }
    }

    @Test func `classes that have rows are equally frequent in every epoch`() throws {
        for order in try epochs(5) {
            let counts = (0..<4).map { label in order.count { labels[Int($0)] == label } }
            #expect(counts[2] == 0)
            #expect(counts.filter { $0 > 0 }.allSatisfy { (31...32).contains($0) })
        }
    }

    @Test func `no row is repeated before all rows of its class were used`() throws {
        let rows = try epochs(7).joined()
        for label in [Int32(0), 1, 3] {
            let members = rows.filter { labels[Int($0)] == label }
            let size = labels.count { $0 == label }
            for start in stride(from: 0, through: members.count - size, by: size) {
                #expect(Set(members[start..<(start + size)]).count == size)
            }
        }
    }

    @Test func `the seed determines the order of the rows of a class`() throws {
        #expect(try epochs(2) == epochs(2))
        #expect(try epochs(2) != epochs(2, seed: 2))
    }

    @Test func `without classes, or without the setting, nothing is balanced`() {
        #expect(balance(.none) == nil)
        #expect(ClassBalance(.balanced, .values([1, 2]), seed: Seed(rawValue: 1)) == nil)
    }
}
