import Randomness
import Testing

@Suite struct SeedTests {
    @Test func `derived seeds never change`() {
        let seed = Seed(rawValue: 1)
        #expect(seed.derived(for: .split).rawValue == 7_121_089_044_533_690)
        #expect(seed.derived(for: .trial, index: 7).rawValue == 2_413_462_496_071_160)
        #expect(seed.derived(for: .strategy, index: 1 << 40).rawValue == 3_448_890_466_333_276)
        #expect(
            Seed(rawValue: .max).derived(for: .certification, index: .max).rawValue
                == 2_745_708_189_717_473
        )
    }

    @Test func `seeds of different purposes, indices and parents differ`() {
        let purposes: [Seed.Purpose] = [
            .split, .generatedRows, .initialWiring, .initialWeights, .batchOrder, .growth,
            .nodeInsertion, .strategy, .trial, .certification,
        ]
        var derived: [Seed] = []
        for parent in [0, 1, 1 << 32, UInt64.max] {
            for purpose in purposes {
                for index: UInt64 in [0, 1, 2, 1 << 32, .max] {
                    derived.append(Seed(rawValue: parent).derived(for: purpose, index: index))
                }
            }
        }
        #expect(Set(derived).count == derived.count)
    }

    @Test func `derived seeds are exact as floating-point numbers`() {
        let seed = Seed(rawValue: 3)
        for index in 0..<1000 {
            let derived = seed.derived(for: .trial, index: UInt64(index)).rawValue
            #expect(derived < 1 << 53)
            #expect(UInt64(Double(derived)) == derived)
        }
    }

    @Test func `the purposes keep their numbers`() {
        #expect(Seed.Purpose.split.rawValue == 1)
        #expect(Seed.Purpose.certification.rawValue == 10)
    }
}
