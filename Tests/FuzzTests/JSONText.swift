/// The brackets of JSON.
enum JSONText {
    static let brackets = [("[", "]"), ("{\"a\":", "}"), ("[{\"trial\":", "}]")]
        .map { (open: Array($0.0.utf8), close: Array($0.1.utf8)) }
}
