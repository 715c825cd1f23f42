import Datasets
import FoundationEssentials

/// The folder of the package, found from this file.
let packageFolder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The folder of larger datasets: beside the package, or at ESPALIER_SHARED_DATA.
let sharedFolder =
    ProcessInfo.processInfo.environment["ESPALIER_SHARED_DATA"].map { URL(filePath: $0) }
    ?? packageFolder.deletingLastPathComponent().appending(path: "shared/data")

/// Whether MNIST is available for tests.
let hasMNIST = FileManager.default.fileExists(atPath: sharedFolder.appending(path: "mnist").path)

func readBytes(_ url: URL) throws -> [UInt8] {
    Array(try Data(contentsOf: url))
}

/// Reads a file of configs/datasets.
func readShipped(_ file: String) throws -> [UInt8] {
    try readBytes(packageFolder.appending(path: "configs/datasets/\(file)"))
}

/// Converts hexadecimal digits to bytes, as golden files are written in tests.
func bytes(hexadecimal digits: String) -> [UInt8] {
    let nibbles = digits.compactMap(\.hexDigitValue)
    return stride(from: 0, to: nibbles.count - 1, by: 2).map {
        UInt8(nibbles[$0] << 4 | nibbles[$0 + 1])
    }
}

/// Reads CSV text as `t.csv` with the target column `y`.
func dataset(
    _ text: String,
    kind: TargetKind = .classes,
    target: String = "y"
) throws(DatasetError) -> Dataset {
    try Dataset(csv: Array(text.utf8), source: "t.csv", target: target, kind: kind)
}

/// The text of the error for CSV text.
func complaint(
    _ text: String,
    kind: TargetKind = .classes,
    target: String = "y"
) -> String {
    do throws(DatasetError) {
        _ = try dataset(text, kind: kind, target: target)
        return "no error"
    } catch {
        return error.description
    }
}
