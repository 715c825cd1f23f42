package import ZeroMQ

extension ClientKeys {
    /// Reads the folder that `espalier keys` made for a worker.
    package init(folder: String) throws(KeyError) {
        let remedy = """
            give the folder that espalier keys made for this worker, such as DIR/worker-1
            """
        let own = try KeyFolder.pair(in: "\(folder)/\(KeyFolder.workerSecret)", remedy: remedy)
        let path = "\(folder)/\(KeyFolder.coordinatorPublic)"
        let text = try KeyFolder.text(of: path, isSecret: false, remedy: remedy)
        guard let server = CurveKey(z85: KeyFolder.line(of: text)) else {
            throw .malformed(path: path, line: 1, expected: "a public key of 40 characters (Z85)")
        }
        self.init(own: own, server: server)
    }
}
