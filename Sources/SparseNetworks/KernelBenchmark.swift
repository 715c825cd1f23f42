internal import CSparseKernels
internal import Randomness

/// Measures the kernels on a layer of 784 × 300 nodes and blocks of 64 rows.
public enum KernelBenchmark {
    private static let inputs = 784
    private static let targets = 300
    private static let rows = 64

    /// Measures some densities.
    ///
    /// - Parameters:
    ///   - clock: returns seconds since any fixed instant.
    ///   - duration: approximate time for each figure (s); the best of ten parts counts.
    public static func run(
        densities: [Double] = [0.01, 0.05, 0.2],
        instructionSet: InstructionSet = .best,
        duration: Double = 0.3,
        clock: () -> Double
    ) -> [KernelSpeed] {
        densities.map { density in
            let workspace = workspace(density: density, instructionSet)
            let flops = 2 * Double(workspace.connectionCount * rows)
            return KernelSpeed(
                density: density,
                forwardGigaflops: speed(flops, duration, clock) { workspace.forward(rows: rows) },
                backwardGigaflops: speed(2 * flops, duration, clock) {
                    workspace.backwardToInputs()
                },
                peakGigaflops: peak(instructionSet, duration, clock)
            )
        }
    }

    private static func workspace(
        density: Double,
        _ instructionSet: InstructionSet
    ) -> Workspace {
        var network = SparseNetwork(
            layerSizes: [inputs, targets],
            activation: .tanh,
            loss: .softmax
        )
        var generator = Seed(rawValue: 1).generator()
        let possible = inputs * targets
        network.add(
            generator.sample(Int(density * Double(possible)), below: possible).map {
                Connection(
                    source: $0 % inputs,
                    target: inputs + $0 / inputs,
                    weight: Float(0.1 * generator.normal())
                )
            }
        )
        let workspace = Workspace(for: network, instructionSet: instructionSet, rows: rows)
        for position in 0..<(inputs * rows) {
            workspace.values[position] = Float(generator.normal())
        }
        for position in (inputs * rows)..<workspace.deltas.count {
            workspace.deltas[position] = Float(generator.normal())
        }
        return workspace
    }

    private static func peak(
        _ instructionSet: InstructionSet,
        _ duration: Double,
        _ clock: () -> Double
    ) -> Double {
        let kernels = unsafe instructionSet.kernels
        var sink: Float = 0
        let gigaflops = speed(384 * 1000, duration, clock) {
            sink += unsafe kernels.pointee.peak(1000, 0.5, 1)
        }
        precondition(sink.isFinite, "the chains of the peak measurement converge to 2")
        return gigaflops
    }

    /// Repeats some work, and returns the speed in the fastest of ten parts of the time.
    private static func speed(
        _ flops: Double,
        _ duration: Double,
        _ clock: () -> Double,
        of work: () -> Void
    ) -> Double {
        var fastest = 0.0
        var repetitions = 1
        let end = clock() + duration
        repeat {
            let start = clock()
            for _ in 0..<repetitions { work() }
            let elapsed = clock() - start
            if elapsed < duration / 20 {
                repetitions *= 2
            } else {
                fastest = max(fastest, flops * Double(repetitions) / elapsed)
            }
        } while clock() < end
        return fastest / 1e9
    }
}

extension Workspace {
    /// A backward pass that also computes deltas of the inputs, as for hidden nodes.
    func backwardToInputs() {
        gradients.fill(with: 0)
        unsafe kernels.pointee.backward(&pass, 0)
    }
    /// Computes the gradients again for the rows that are already in place, with the kernels only.
    package func repeatGradients(rows: Int) {
        var targets = unsafe sparse_targets(
            loss: lossCode, rows: Int32(rows), labels: labels.pointer, values: wanted.pointer,
            weights: nil)
        gradients.fill(with: 0)
        forward(rows: rows)
        unsafe kernels.pointee.residuals(&pass, &targets, 1 / Float(rows))
        backward(rows: rows)
    }
}
