/// The containers of Foundation's coders, of which a walk uses one.
///
/// They stand apart, so that a walk over plain JSON is small.
final class FieldCoders {
    var fieldsToRead: KeyedDecodingContainer<FieldKey>?
    var itemsToRead: (any UnkeyedDecodingContainer)?
    var writtenFields: KeyedEncodingContainer<FieldKey>?
    var writtenItems: (any UnkeyedEncodingContainer)?
}
