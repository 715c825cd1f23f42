package import Coordination
import OperatingSystem
import ZeroMQ

/// The files in a folder of keys, and how they are made.
///
///     DIR/coordinator.secret   who the coordinator is: never leaves its machine
///     DIR/coordinator.public   what workers know it by
///     DIR/workers.public       who is admitted: a line "NAME KEY" for each worker
///     DIR/NAME/                all that worker NAME needs, to be taken to its machine:
///         worker.secret        who the worker is
///         coordinator.public   whom it believes
package enum KeyFolder {
    static let coordinatorSecret = "coordinator.secret"
    static let coordinatorPublic = "coordinator.public"
    static let admitted = "workers.public"
    static let workerSecret = "worker.secret"

    /// Makes the keys of a coordinator that admits no workers yet.
    package static func create(_ folder: String) throws(KeyError) {
        try KeyError.explaining { () throws(FileError) in try PrivateFile.makeFolder(folder) }
        let keys = try generate()
        let remedy = "choose another folder, or add a worker with espalier keys add \(folder) NAME"
        try KeyError.explaining(remedy: remedy) { () throws(FileError) in
            try PrivateFile.create(
                "\(folder)/\(coordinatorSecret)", text: keys.secret.z85 + "\n")
            try PrivateFile.create(
                "\(folder)/\(coordinatorPublic)", text: keys.publicKey.z85 + "\n")
            try PrivateFile.create("\(folder)/\(admitted)", text: "")
        }
    }

    /// Makes the keys of a worker, and adds it to the list.
    ///
    /// - Returns: the folder that the worker needs.
    package static func add(_ worker: KeyName, to folder: String) throws(KeyError) -> String {
        let coordinator = try CoordinatorKeys(folder: folder)
        let own = "\(folder)/\(worker.rawValue)"
        let remedy = "choose another name"
        guard !coordinator.listed.contains(worker) else {
            throw .alreadyExists(path: own, remedy: remedy)
        }
        let keys = try generate()
        // An editor may have left the last line of the list without a line end.
        let line = "\(worker.rawValue) \(keys.publicKey.z85)\n"
        let gap = coordinator.listEndsInMidLine ? "\n" : ""
        try KeyError.explaining(remedy: remedy) { () throws(FileError) in
            try PrivateFile.makeFolder(own)
            try PrivateFile.create("\(own)/\(workerSecret)", text: keys.secret.z85 + "\n")
            try PrivateFile.create(
                "\(own)/\(coordinatorPublic)", text: coordinator.pair.publicKey.z85 + "\n")
            try PrivateFile.append(gap + line, to: "\(folder)/\(admitted)")
        }
        return own
    }

    private static func generate() throws(KeyError) -> CurveKeyPair {
        do throws(ZeroMQError) {
            return try .generate()
        } catch {
            throw .withoutCurve
        }
    }

    /// The key pair for a file with a secret.
    static func pair(in path: String, remedy: String) throws(KeyError) -> CurveKeyPair {
        let text = try text(of: path, isSecret: true, remedy: remedy)
        guard let secret = CurveSecret(z85: line(of: text)) else {
            throw .malformed(path: path, line: 1, expected: "a secret key of 40 characters (Z85)")
        }
        do throws(ZeroMQError) {
            return try CurveKeyPair(secret: secret)
        } catch {
            throw .withoutCurve
        }
    }

    /// The text of a file with a key.
    static func text(
        of path: String, isSecret: Bool, remedy: String
    ) throws(KeyError) -> String {
        try KeyError.explaining(remedy: remedy) { () throws(FileError) in
            try PrivateFile.read(path, isSecret: isSecret, kind: "a key")
        }
    }

    /// The text of a file with one line.
    static func line(of text: String) -> String {
        var text = text[...]
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
