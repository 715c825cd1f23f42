extension Dataset {
    /// Makes the two spirals: points of two classes on arms that wind three times around the
    /// origin.
    ///
    /// A point of an arm is at x = r·sin φ, y = r·cos φ with φ = t·π/16 and r = 6.5·(104 − t)/104,
    /// where t runs from 0 to 96 over the points of the arm; the other arm is at (−x, −y). Rows
    /// alternate between the arms, class 1 first.
    ///
    /// Source: Lang and Witbrock, "Learning to tell two spirals apart", Proceedings of the 1988
    /// Connectionist Models Summer School (1989); 97 points per arm give their 194 points.
    ///
    /// - Precondition: `pointsPerArm` is at least 2.
    public static func twoSpirals(pointsPerArm: Int = 97) -> Dataset {
        precondition(pointsPerArm >= 2, "a spiral of \(pointsPerArm) points")
        var x: [Float] = []
        var y: [Float] = []
        var labels: [Int32] = []
        for point in 0..<pointsPerArm {
            let step = 96 * Double(point) / Double(pointsPerArm - 1)
            let radius = 6.5 * (104 - step) / 104
            let across = Float(radius * sine(sixteenths: step))
            let up = Float(radius * sine(sixteenths: step + 8))
            x += [across, -across]
            y += [up, -up]
            labels += [1, 0]
        }
        return Dataset(
            featureNames: ["x", "y"],
            features: x + y,
            targets: .classes(labels: labels, names: ["0", "1"])
        )
    }

    /// Makes the parity problem: all patterns of a number of bits, each with the class of its sum
    /// modulo two.
    ///
    /// Row n has the bits of n, the most significant first.
    ///
    /// Source: Minsky and Papert, "Perceptrons" (1969), section 3.1.
    ///
    /// - Precondition: `bits` is in 1...20.
    public static func parity(bits: Int) -> Dataset {
        precondition((1...20).contains(bits), "parity of \(bits) bits")
        let rows = 0..<(1 << bits)
        let features = (0..<bits).flatMap { bit in
            rows.map { Float($0 >> (bits - 1 - bit) & 1) }
        }
        return Dataset(
            featureNames: (0..<bits).map { "bit_\($0)" },
            features: features,
            targets: .classes(
                labels: rows.map { Int32($0.nonzeroBitCount & 1) },
                names: ["0", "1"]
            )
        )
    }

    /// Makes the exclusive or of two bits, the smallest problem that needs a hidden node.
    public static func xor() -> Dataset {
        parity(bits: 2)
    }
}

/// Computes sin(t·π/16) with IEEE operations only, so that every machine gives the same bits.
///
/// Uses the Taylor series (Abramowitz and Stegun, 4.3.65) after reduction to a quarter turn; its
/// error there is below 10⁻¹⁵.
private func sine(sixteenths step: Double) -> Double {
    var turned = step.remainder(dividingBy: 32)
    if turned > 8 { turned = 16 - turned }
    if turned < -8 { turned = -16 - turned }
    let x = turned * (Double.pi / 16)
    var series = 1.0
    for odd in stride(from: 23.0, through: 3.0, by: -2.0) {
        series = 1 - series * x * x / (odd * (odd - 1))
    }
    return x * series
}
