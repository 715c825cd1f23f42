internal import PlainJSON

extension ParameterValue: Codable {
    /// Reads a bare number or word; a whole number becomes an integer.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
            self = .integer(number)
        } else if let number = try? container.decode(Double.self) {
            self = .real(number)
        } else {
            self = .category(try container.decode(String.self))
        }
    }

    /// Writes a bare number or word.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .real(let number): try container.encode(number)
        case .integer(let number): try container.encode(number)
        case .category(let word): try container.encode(word)
        }
    }

    /// Converts a whole number to a real one if the domain needs it.
    public func adapted(to domain: ParameterDomain) -> ParameterValue {
        if case .integer(let number) = self, case .real = domain { return .real(Double(number)) }
        return self
    }
}

extension GrowthSchedule: Codable {
    /// Reads names and values; missing values come from the decoder's `baseSchedule` or, without
    /// one, are those that trainings had before the parameter was known.
    ///
    /// - Throws: `DecodingError` with the path of an unknown name or an illegal value.
    public init(from decoder: any Decoder) throws {
        self = decoder.userInfo[.baseSchedule] as? GrowthSchedule ?? .earlier
        let container = try decoder.container(keyedBy: FieldKey.self)
        for name in container.allKeys.sorted(by: { $0.stringValue < $1.stringValue }) {
            guard let parameter = ScheduleParameter(rawValue: name.stringValue) else {
                throw DecodingError.dataCorruptedError(
                    forKey: name, in: container,
                    debugDescription: "no parameter of a schedule has this name")
            }
            let value = try container.decode(ParameterValue.self, forKey: name)
            do throws(ScheduleError) {
                try set(parameter, to: value.adapted(to: parameter.domain))
            } catch {
                throw DecodingError.dataCorruptedError(
                    forKey: name, in: container, debugDescription: "\(error)")
            }
        }
    }

    /// Writes all names and values.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: FieldKey.self)
        for parameter in ScheduleParameter.allCases {
            try container.encode(
                self[parameter], forKey: FieldKey(stringValue: parameter.rawValue))
        }
    }
}

extension CodingUserInfoKey {
    /// The key under which a decoder has the schedule that supplies missing values.
    package static let baseSchedule: CodingUserInfoKey = {
        guard let key = CodingUserInfoKey(rawValue: "base_schedule") else {
            preconditionFailure("base_schedule is no key")
        }
        return key
    }()
}
