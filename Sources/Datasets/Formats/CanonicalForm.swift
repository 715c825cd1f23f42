/// The form in which datasets are hashed and sent; equal datasets have equal bytes.
///
/// All numbers are little-endian: `ESPD`, a version byte, the kind of targets (0 classes, 1
/// values), the coding of features (0 bytes, 1 Float), then as UInt32: features, rows, and the
/// bounds of the rows set aside for validation and for test. A name is its length in UTF-8 (UInt32)
/// followed by its bytes. Then come the feature names; for classes the number of names, the names
/// and one UInt32 label per row, for values one Float per row; and the features, shape `[feature ×
/// row]`, one byte each if every feature is a whole number in 0…255.
enum CanonicalForm {
    static let magic = Array("ESPD".utf8)
    static let version: UInt8 = 1

    enum TargetCode: UInt8 { case classes = 0, values = 1 }
    enum FeatureCode: UInt8 { case bytes = 0, floats = 1 }
}
