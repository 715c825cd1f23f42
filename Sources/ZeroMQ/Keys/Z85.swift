internal import CZeroMQ

/// The text form of binary keys, five characters for four bytes (ZeroMQ RFC 32).
enum Z85 {
    /// Bytes of a CURVE key.
    static let keyBytes = 32
    /// Characters of a CURVE key.
    static let keyCharacters = 40

    /// Reads a key; `nil` unless the text is 40 characters of the alphabet.
    static func key(from text: String) -> [UInt8]? {
        guard text.utf8.count == keyCharacters, !text.utf8.contains(0) else { return nil }
        var bytes = [UInt8](repeating: 0, count: keyBytes)
        let isRead = unsafe zmq_z85_decode(&bytes, text) != nil
        return isRead ? bytes : nil
    }

    /// Writes a key.
    static func text(of key: [UInt8]) -> String {
        precondition(key.count == keyBytes, "a key has \(key.count) bytes instead of \(keyBytes)")
        var text = [CChar](repeating: 0, count: keyCharacters + 1)
        unsafe zmq_z85_encode(&text, key, key.count)
        return String(decoding: text.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
