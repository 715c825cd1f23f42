/// What was measured on this machine: the answer of a command of `espalier benchmark`.
package struct BenchmarkResult<Row: Encodable>: Encodable {
    /// The command.
    package let benchmark: String
    /// The processor's name.
    package let cpu: String
    /// What was measured, case by case.
    package let rows: [Row]

    /// Names what was measured, and where.
    package init(_ benchmark: String, cpu: String, rows: [Row]) {
        self.benchmark = benchmark
        self.cpu = cpu
        self.rows = rows
    }
}
