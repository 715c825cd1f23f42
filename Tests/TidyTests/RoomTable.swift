/// Which modules each room may import, besides the standard library.
///
/// This table is the architecture: RoomTableTests holds the folders, the manifest and
/// ARCHITECTURE.md to it, both ways, and LayeringTests the imports of every source.
enum RoomTable {
    /// Rooms that compute: same inputs, same outputs.
    static let ground: [String: [String]] = [
        "Randomness": [],
        "PlainJSON": [],
        "Trials": ["PlainJSON", "Randomness"],
        "RowStorage": [],
        "Datasets": ["RowStorage", "Randomness"],
        "CSparseKernels": [],
        "SparseNetworks": ["CSparseKernels", "RowStorage", "Randomness"],
        "SparseLearning": ["Trials", "Datasets", "SparseNetworks", "RowStorage", "Randomness"],
        "GrowthTraining": [
            "SparseLearning", "Trials", "Datasets", "SparseNetworks", "Randomness",
        ],
        "ScheduleSearch": ["Trials", "Randomness"],
        "Studies": ["ScheduleSearch", "Trials", "PlainJSON", "Randomness"],
        "WireProtocol": ["Trials", "PlainJSON"],
        "Coordination": ["WireProtocol", "Studies", "ScheduleSearch", "Trials"],
        "ClusterSimulation": [
            "Coordination", "WireProtocol", "Studies", "ScheduleSearch", "Trials", "Randomness",
        ],
        "SearchBenchmark": [
            "ClusterSimulation", "Coordination", "WireProtocol", "Studies", "ScheduleSearch",
            "Trials", "Randomness",
        ],
        "StudyDocuments": ["Studies", "ScheduleSearch", "Datasets", "Trials", "Randomness"],
        "StudyReports": ["Coordination", "Studies", "ScheduleSearch", "Trials", "Randomness"],
    ]

    /// Rooms that touch one outside thing each.
    static let edges: [String: [String]] = [
        "CZeroMQ": [],
        "ZeroMQ": ["CZeroMQ"],
        "CZlib": [],
        "Compression": ["CZlib"],
        "CSodium": [],
        "Digests": ["CSodium"],
        "OperatingSystem": ["Coordination", "RowStorage"],
        "StudyStore": ["Studies", "ScheduleSearch", "Trials", "PlainJSON"],
    ]

    /// Rooms that compose the others into processes.
    static let roof: [String: [String]] = [
        "StudyFiles": [
            "OperatingSystem", "Compression", "Digests", "StudyStore", "StudyDocuments",
            "SparseLearning", "Datasets", "Studies", "ScheduleSearch", "Trials",
        ],
        "LocalTraining": [
            "OperatingSystem", "Digests", "GrowthTraining", "SparseLearning", "SparseNetworks",
            "Datasets",
            "RowStorage", "Studies", "Trials", "Randomness",
        ],
        "WorkerKeys": ["OperatingSystem", "ZeroMQ", "Coordination"],
        "CoordinatorProcess": [
            "WorkerKeys", "StudyFiles", "OperatingSystem", "ZeroMQ", "StudyStore", "Coordination",
            "WireProtocol", "Studies",
        ],
        "WorkerProcess": [
            "LocalTraining", "OperatingSystem", "ZeroMQ", "Coordination", "WireProtocol",
            "SparseLearning", "Datasets", "Trials",
        ],
        "ClusterBenchmark": [
            "CoordinatorProcess", "WorkerKeys", "OperatingSystem", "ZeroMQ", "StudyStore",
            "Coordination", "WireProtocol", "Studies", "ScheduleSearch", "Trials", "Randomness",
        ],
        "espalier": [
            "ClusterBenchmark", "CoordinatorProcess", "WorkerProcess", "WorkerKeys",
            "LocalTraining", "StudyFiles", "OperatingSystem", "ZeroMQ",
            "StudyStore", "StudyDocuments", "StudyReports", "SearchBenchmark",
            "ClusterSimulation", "Coordination", "Studies", "ScheduleSearch", "SparseLearning",
            "SparseNetworks",
            "Datasets", "Trials", "Randomness",
        ],
    ]

    /// Modules from outside the package that a room may import.
    ///
    /// Glibc is for `OperatingSystem`, and for two edges beside it, whose errors are its error
    /// codes: `ZeroMQ` reads those of libzmq, and `StudyStore` locks a file beside SQLite's.
    static let libraries: [String: [String]] = [
        "WireProtocol": ["FoundationEssentials"],
        "StudyDocuments": ["Yams"],
        "ZeroMQ": ["Glibc", "Synchronization"],
        "OperatingSystem": ["Dispatch", "Glibc", "Synchronization"],
        "StudyStore": ["FoundationEssentials", "GRDB", "GRDBSQLite", "Glibc"],
        "LocalTraining": ["Logging"],
        "WorkerKeys": ["Logging"],
        "CoordinatorProcess": ["Logging"],
        "WorkerProcess": ["Dispatch", "Logging", "Synchronization"],
        "ClusterBenchmark": ["Dispatch", "Logging", "Synchronization"],
        "espalier": [
            "ArgumentParser", "Dispatch", "FoundationEssentials", "Logging", "Synchronization",
        ],
    ]

    /// The libraries that come with the toolchain, so that the manifest does not declare them.
    static let toolchain = ["Dispatch", "FoundationEssentials", "Glibc", "Synchronization"]

    /// What each room may import of the package's own rooms.
    static let rooms = ground.merging(edges) { first, _ in first }
        .merging(roof) { first, _ in first }

    /// Every module that a room may import; `nil` if the room is not in the table.
    static func allowance(of room: String) -> [String]? {
        guard let own = rooms[room] else { return nil }
        return own + libraries[room, default: []]
    }

    /// Tells whether a room is the other one, or imports it, directly or through others.
    static func reaches(_ other: String, from room: String) -> Bool {
        room == other || rooms[room, default: []].contains { reaches(other, from: $0) }
    }

    /// The rooms that cannot be put into an order in which each imports only earlier ones.
    static func roomsInCircles(_ table: [String: [String]]) -> [String] {
        var pending = table
        while true {
            let free = pending.filter { _, imports in
                imports.allSatisfy { room in pending[room] == nil }
            }
            if free.isEmpty { return pending.keys.sorted() }
            for room in free.keys { pending[room] = nil }
        }
    }
}
