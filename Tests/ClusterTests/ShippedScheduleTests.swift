import Testing

extension ClusterTests {
    /// The schedules that are shipped still do what is told of them.
    @Suite struct ShippedScheduleTests {
        private let folder: TestFolder

        init() throws {
            folder = try TestFolder()
        }

        /// The marks are the fewest connections that other methods were published or measured with.
        @Test(arguments: [("parity", 44), ("two-spirals", 82)])
        func `a found schedule reaches its target with few connections`(
            name: String, mark: Int
        ) async throws {
            let configs = "\(Checkout.root)/configs"
            let report = try await Espalier.result(
                of: [
                    "grow", "\(configs)/schedules/\(name).yaml",
                    "--config", "\(configs)/\(name).yaml", "--seed", "101",
                ], in: folder)
            #expect(report["outcome"]?["reached"] != nil, "\(report)")
            #expect(try #require(report["connections"]?.number) <= Double(mark))
        }
    }
}
