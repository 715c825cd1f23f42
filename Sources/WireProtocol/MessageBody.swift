internal import PlainJSON

/// A message whose keys have any order.
struct MessageBody<Message: MessageForm>: Decodable {
    private enum Head: CodingKey {
        case type, version
    }

    let message: Message

    /// Reads a message; another version is refused before anything else is checked.
    init(from decoder: any Decoder) throws {
        let head = try decoder.container(keyedBy: Head.self)
        let version = try head.decode(Int.self, forKey: .version)
        guard version == MessageCodec.version else {
            throw MessageDecodingError.unsupportedVersion(version)
        }
        let type = try head.decode(String.self, forKey: .type)
        guard let kind = Message.Kind(rawValue: type) else {
            throw MessageDecodingError.unknownType(type)
        }
        var walk = try FieldWalk(reading: decoder, checksBounds: true)
        message = try Message(&walk, nil, as: kind)
    }
}
