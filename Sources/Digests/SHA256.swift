import CSodium

/// The SHA-256 hash function of libsodium.
///
/// Source: FIPS 180-4, "Secure Hash Standard" (2015), section 6.2.
package enum SHA256 {
    // libsodium must be initialised once before any other call; doing so again does no harm. This
    // hash works without it, but a later release may choose its code for the processor there.
    private static let isReady = sodium_init() >= 0

    /// Computes the hash of bytes as 64 lower-case hexadecimal digits.
    ///
    /// - Complexity: O(count), about 0.3 s for 100 MB.
    package static func hexadecimal(of bytes: [UInt8]) -> String {
        precondition(isReady, "libsodium could not be initialised")
        var hash = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        unsafe crypto_hash_sha256(&hash, bytes, UInt64(bytes.count))
        return String(decoding: hash.flatMap(hexadecimalDigits), as: UTF8.self)
    }

    private static func hexadecimalDigits(of byte: UInt8) -> [UInt8] {
        [digit(byte >> 4), digit(byte & 0xF)]
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
