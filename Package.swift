// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target is held to.
let houseRules: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// Declares one room and the rooms and libraries that it may import.
///
/// Tests/TidyTests/RoomTable.swift holds the same table, and LayeringTests.swift checks the
/// imports, because SwiftPM lets an undeclared sibling import through.
func room(_ name: String, imports: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: imports, swiftSettings: houseRules)
}

func tests(
    _ name: String, of rooms: [Target.Dependency], excluding folders: [String] = []
) -> Target {
    .testTarget(
        name: name, dependencies: rooms, exclude: folders, swiftSettings: houseRules)
}

let log = Target.Dependency.product(name: "Logging", package: "swift-log")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let ground: [Target] = [
    room("Randomness"),
    room("PlainJSON"),
    room("Trials", imports: ["PlainJSON", "Randomness"]),
    room("RowStorage"),
    room("Datasets", imports: ["RowStorage", "Randomness"]),
    .target(name: "CSparseKernels", cSettings: [.unsafeFlags(["-O3"])]),
    room("SparseNetworks", imports: ["CSparseKernels", "RowStorage", "Randomness"]),
    room(
        "SparseLearning",
        imports: ["Trials", "Datasets", "SparseNetworks", "RowStorage", "Randomness"]),
    room(
        "GrowthTraining",
        imports: ["SparseLearning", "Trials", "Datasets", "SparseNetworks", "Randomness"]),
    room("ScheduleSearch", imports: ["Trials", "Randomness"]),
    room("Studies", imports: ["ScheduleSearch", "Trials", "PlainJSON", "Randomness"]),
    room("WireProtocol", imports: ["Trials", "PlainJSON"]),
    room(
        "Coordination",
        imports: ["WireProtocol", "Studies", "ScheduleSearch", "Trials"]),
    room(
        "ClusterSimulation",
        imports: [
            "Coordination", "WireProtocol", "Studies", "ScheduleSearch", "Trials", "Randomness",
        ]),
    room(
        "SearchBenchmark",
        imports: [
            "ClusterSimulation", "Coordination", "WireProtocol", "Studies", "ScheduleSearch",
            "Trials", "Randomness",
        ]),
    room(
        "StudyDocuments",
        imports: ["Studies", "ScheduleSearch", "Datasets", "Trials", "Randomness", yams]),
    room(
        "StudyReports",
        imports: ["Coordination", "Studies", "ScheduleSearch", "Trials", "Randomness"]),
]

let edges: [Target] = [
    .systemLibrary(name: "CZeroMQ", providers: [.apt(["libzmq3-dev"])]),
    room("ZeroMQ", imports: ["CZeroMQ"]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    room("Compression", imports: ["CZlib"]),
    .systemLibrary(name: "CSodium", providers: [.apt(["libsodium-dev"])]),
    room("Digests", imports: ["CSodium"]),
    room("OperatingSystem", imports: ["Coordination", "RowStorage"]),
    room(
        "StudyStore",
        imports: ["Studies", "ScheduleSearch", "Trials", "PlainJSON", grdb, sqlite]),
]

let roof: [Target] = [
    room(
        "StudyFiles",
        imports: [
            "OperatingSystem", "Compression", "Digests", "StudyStore", "StudyDocuments",
            "SparseLearning", "Datasets", "Studies", "ScheduleSearch", "Trials",
        ]),
    room(
        "LocalTraining",
        imports: [
            "OperatingSystem", "Digests", "GrowthTraining", "SparseLearning", "SparseNetworks",
            "Datasets",
            "RowStorage", "Studies", "Trials", "Randomness", log,
        ]),
    room("WorkerKeys", imports: ["OperatingSystem", "ZeroMQ", "Coordination", log]),
    room(
        "CoordinatorProcess",
        imports: [
            "WorkerKeys", "StudyFiles", "OperatingSystem", "ZeroMQ", "StudyStore", "Coordination",
            "WireProtocol", "Studies", log,
        ]),
    room(
        "WorkerProcess",
        imports: [
            "LocalTraining", "OperatingSystem", "ZeroMQ", "Coordination", "WireProtocol",
            "SparseLearning", "Datasets", "Trials", log,
        ]),
    room(
        "ClusterBenchmark",
        imports: [
            "CoordinatorProcess", "WorkerKeys", "OperatingSystem", "ZeroMQ", "StudyStore",
            "Coordination", "WireProtocol", "Studies", "ScheduleSearch", "Trials", "Randomness",
            log,
        ]),
    .executableTarget(
        name: "espalier",
        dependencies: [
            "ClusterBenchmark", "CoordinatorProcess", "WorkerProcess", "WorkerKeys",
            "LocalTraining", "StudyFiles", "OperatingSystem", "ClusterSimulation",
            "SearchBenchmark", "Coordination", "Studies",
            "ScheduleSearch", "StudyDocuments", "StudyReports", "SparseLearning", "SparseNetworks",
            "Datasets", "Trials", "Randomness",
            "StudyStore", "ZeroMQ", log, arguments,
        ],
        swiftSettings: houseRules),
]

let checks: [Target] = [
    tests("RandomnessTests", of: ["Randomness"]),
    tests("PlainJSONTests", of: ["PlainJSON"]),
    tests("TrialsTests", of: ["Trials", "PlainJSON", "Randomness"]),
    tests(
        "DatasetsTests", of: ["Datasets", "RowStorage", "Randomness", "Compression", "Digests"]),
    tests("SparseNetworksTests", of: ["SparseNetworks", "RowStorage", "Randomness"]),
    tests(
        "SparseLearningTests",
        of: ["SparseLearning", "SparseNetworks", "Datasets", "Trials", "Randomness"]),
    .target(name: "CAllocationCount", path: "Tests/CAllocationCount"),
    tests(
        "GrowthTrainingTests",
        of: [
            "GrowthTraining", "SparseLearning", "StudyDocuments", "SparseNetworks", "Datasets",
            "RowStorage",
            "Trials",
            "Randomness", "CAllocationCount",
        ]),
    tests("ScheduleSearchTests", of: ["ScheduleSearch", "Trials", "Randomness"]),
    tests(
        "StudiesTests",
        of: ["Studies", "ScheduleSearch", "Trials", "Randomness", "CAllocationCount"]),
    tests("WireProtocolTests", of: ["WireProtocol", "Trials", "Randomness"]),
    tests(
        "CoordinationTests",
        of: ["Coordination", "WireProtocol", "Studies", "ScheduleSearch", "Trials", "Randomness"]),
    tests("ClusterSimulationTests", of: ["ClusterSimulation", "Randomness"]),
    tests(
        "SearchBenchmarkTests",
        of: [
            "SearchBenchmark", "GrowthTraining", "SparseLearning", "Datasets", "Studies",
            "ScheduleSearch", "Trials", "PlainJSON", "Randomness",
        ]),
    tests(
        "StudyDocumentsTests",
        of: ["StudyDocuments", "Studies", "ScheduleSearch", "Trials", "Randomness"]),
    tests(
        "StudyReportsTests",
        of: [
            "StudyReports", "Coordination", "Studies", "ScheduleSearch", "Trials", "Randomness",
        ]),
    tests("ZeroMQTests", of: ["ZeroMQ"]),
    tests("OperatingSystemTests", of: ["OperatingSystem", "RowStorage"]),
    tests(
        "StudyFilesTests",
        of: [
            "StudyFiles", "StudyDocuments", "OperatingSystem", "Studies", "ScheduleSearch",
            "Trials",
        ]),
    tests(
        "StudyStoreTests",
        of: [
            "StudyStore", "StudyReports", "Studies", "ScheduleSearch", "Trials", "Randomness", grdb,
        ]),
    tests(
        "ClusterTests",
        of: [
            "espalier", "CoordinatorProcess", "LocalTraining", "StudyFiles", "OperatingSystem",
            "Coordination", "StudyStore", "Studies", "ScheduleSearch", "SparseLearning",
            "SparseNetworks", "Trials", "Randomness", "WireProtocol", "ZeroMQ",
        ], excluding: ["Faults"]),
    tests(
        "FuzzTests",
        of: [
            "WireProtocol", "StudyDocuments", "Datasets", "Compression", "StudyStore",
            "Coordination", "Studies", "ScheduleSearch", "Trials", "Randomness",
        ], excluding: ["Golden"]),
    tests("TidyTests", of: []),
]

let package = Package(
    name: "Espalier",
    products: [
        .executable(name: "espalier", targets: ["espalier"]),
        .library(
            name: "GrowthTraining",
            targets: [
                "GrowthTraining", "SparseLearning", "SparseNetworks", "Datasets", "Trials",
                "Randomness",
            ]),
        .library(name: "ScheduleSearch", targets: ["ScheduleSearch"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: ground + edges + roof + checks)
