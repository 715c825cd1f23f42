package import Datasets
import Digests
import SparseLearning
package import Logging
package import OperatingSystem
import Randomness
import RowStorage
package import Trials

/// The datasets of a worker, split and scaled for its tasks.
package struct DatasetShelf {
    private let cache: RowCache?
    private let log: Logger
    private var datasets: [DatasetDigest: Dataset] = [:]
    private var recent = RecentRows()

    /// Starts without datasets.
    ///
    /// - Parameter cache: shares large tables with other processes; `nil` shares none.
    package init(cache: RowCache?, log: Logger) {
        self.cache = cache
        self.log = log
    }

    /// Checks the bytes of a dataset against its digest and keeps it.
    ///
    /// - Returns: why the bytes are not that dataset; `nil` if they are.
    package mutating func add(_ digest: DatasetDigest, _ bytes: [UInt8]) -> String? {
        guard SHA256.hexadecimal(of: bytes) == digest.rawValue else {
            return "dataset \(digest.rawValue.prefix(12)) arrived damaged"
        }
        do throws(DatasetError) {
            let dataset = try Dataset(canonicalBytes: bytes)
            datasets[digest] = dataset.withNumbers(shared(dataset.numbers, as: digest.rawValue))
            return nil
        } catch {
            return "dataset \(digest.rawValue.prefix(12)) cannot be read: \(error)"
        }
    }

    private func shared(_ numbers: FeatureNumbers, as name: String) -> FeatureNumbers {
        switch numbers {
        case .bytes(let rows): .bytes(shared(rows, as: name))
        case .floats(let columns): .floats(shared(columns, as: name))
        }
    }

    /// Maps a large table from the cache, so that it shares memory with other workers of this
    /// machine.
    private func shared<Element>(
        _ rows: SharedRows<Element>, as name: String
    ) -> SharedRows<Element> {
        guard let cache, rows.byteCount >= RowCache.leastTable else { return rows }
        switch cache.share(rows, as: name) {
        case .shared(let rows): return rows
        case .alone(let reason):
            log.warning("the dataset's memory is not shared with other workers: \(reason)")
            return rows
        }
    }

    /// Returns a dataset, split and scaled for a task; `nil` if this worker does not have it.
    ///
    /// - Throws: `DatasetError` if a part of the split is empty.
    package mutating func prepare(_ task: TrainingTask) throws(DatasetError) -> PreparedDataset? {
        guard let dataset = datasets[task.dataset] else { return nil }
        if let known = recent.rows(for: task) { return known }
        let wanted = RowPreparation(of: task)
        let ready = try dataset.prepared(for: task).moved { rows, part in
            wanted.name(of: part).map { shared(rows, as: $0) } ?? rows
        }
        recent.keep(ready, for: task)
        UnusedMemory.giveBack()
        return ready
    }
}

extension RowPreparation {
    /// A unique name for the table of a part; `nil` if it is for one training, and so not shared.
    fileprivate func name(of part: DatasetPart) -> String? {
        guard training == nil else { return nil }
        let shares = "\(split.validation)-\(split.test)-\(split.seed.rawValue)"
        let rows = split.sharesRows ? "all" : shares
        return "\(dataset.rawValue).\(scaling.rawValue).\(rows).\(part.rawValue)"
    }
}
