import Studies

extension CertificationPlan {
    /// Reads `certification:`; fewer than five replicates would be too little evidence.
    init(_ value: DocumentValue?) throws(ConfigError) {
        let usual = CertificationPlan()
        let section = try value?.section(known: ["finalists", "replicates", "confirmations"])
        self.init(
            finalists: try section?.value("finalists")?.integer(in: 1...1000) ?? usual.finalists,
            replicates: try section?.value("replicates")?.integer(in: 5...1000)
                ?? usual.replicates,
            confirmations: try section?.value("confirmations")?.integer(in: 0...1000)
                ?? usual.confirmations
        )
    }
}
