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
/// Tests/TidyTests/LayeringTests.swift holds the same table and checks the imports, because SwiftPM
/// lets an undeclared sibling import through.
func room(_ name: String, imports: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: imports, swiftSettings: houseRules)
}

func tests(_ name: String, of rooms: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: rooms, swiftSettings: houseRules)
}

let ground: [Target] = [
    room("Randomness"),
    room("Trials", imports: ["Randomness"]),
    room("Datasets", imports: ["Randomness"]),
    .target(name: "CSparseKernels", cSettings: [.unsafeFlags(["-O3"])]),
    room("SparseNetworks", imports: ["CSparseKernels", "Randomness"]),
    room("GrowthTraining", imports: ["Trials", "Datasets", "SparseNetworks", "Randomness"]),
]

let checks: [Target] = [
    tests("SparseNetworksTests", of: ["SparseNetworks", "Randomness"]),
    tests(
        "GrowthTrainingTests",
        of: ["GrowthTraining", "SparseNetworks", "Datasets", "Trials", "Randomness"]),
    .executableTarget(
        name: "tryout",
        dependencies: ["GrowthTraining", "SparseNetworks", "Datasets", "Trials", "Randomness"]),
]

let package = Package(name: "Espalier", targets: ground + checks)
