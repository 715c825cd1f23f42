/// The error for a text that is not in the form that `PlainJSONReader` reads.
///
/// The text may still be JSON: the caller then reads it with `JSONDecoder`, which also describes
/// the error if it is not.
@usableFromInline
package struct NotPlain: Error {
    /// Says that the text is in another form.
    @usableFromInline
    package init() {}
}
