/// Why one field of a text file cannot be read.
public enum FieldProblem: Error, Hashable, Sendable {
    /// The field is not a decimal number.
    case notANumber
    /// The field is NaN or infinite.
    case notFinite
    /// The number is too large for 32-bit floating point.
    case tooLarge
    /// The field is empty, `?` or `NA`.
    case missing
    /// The field is a fraction, but a class is expected.
    case notAClass
    /// The field is not UTF-8.
    case notUTF8
    /// The field opens a quote that is never closed.
    case unterminatedQuote
    /// The field continues after its closing quote.
    case textAfterQuote
}
