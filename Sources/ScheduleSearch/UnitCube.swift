package import Randomness
package import Trials

/// Values as points of [0, 1], where steps and strata of all parameters are alike.
extension ParameterDomain {
    /// The value at a point of [0, 1].
    ///
    /// A number has four significant digits: finer than the noise of any trial, and short enough to
    /// be read. Each whole number and each word owns an equal part of [0, 1], on the domain's
    /// scale.
    package func value(at unit: Double) -> ParameterValue {
        switch self {
        case .real(let range, let scale):
            let number = scale.point(unit, from: range.lowerBound, to: range.upperBound)
            return .real(range.clamp(rounded(number, within: range)))
        case .integer(let range, let scale):
            let cell = range.cells
            return .integer(range.nearest(to: scale.point(unit, from: cell.from, to: cell.to)))
        case .category(let choices):
            let index = Int((unit * Double(choices.count)).rounded(.down))
            return .category(choices[min(max(index, 0), choices.count - 1)])
        }
    }

    /// The point of [0, 1] at which a value lies; that of the nearest value for one outside.
    ///
    /// A word that is no choice counts as the first one.
    ///
    /// - Precondition: the value has the kind of the domain.
    package func unit(of value: ParameterValue) -> Double {
        switch (self, value) {
        case (.real(let range, let scale), .real(let number)):
            return scale.unit(
                of: range.clamp(number),
                from: range.lowerBound,
                to: range.upperBound
            )
        case (.integer(let range, let scale), .integer(let number)):
            let cell = range.cells
            let inside = min(max(number, range.lowerBound), range.upperBound)
            return scale.unit(of: Double(inside), from: cell.from, to: cell.to)
        case (.category(let choices), .category(let word)):
            let index = choices.firstIndex(of: word) ?? 0
            return (Double(index) + 0.5) / Double(choices.count)
        default: preconditionFailure("\(value) is no value of \(self)")
        }
    }

    /// The value itself where it lies within the domain, and the nearest one where it does not.
    package func nearest(to value: ParameterValue) -> ParameterValue {
        contains(value) ? value : self.value(at: unit(of: value))
    }

    /// The part of [0, 1] that a whole number owns on a linear scale; 0 for what is none.
    var cellWidth: Double {
        guard case .integer(let range, _) = self else { return 0 }
        return 1 / Double(range.upperBound - range.lowerBound + 1)
    }

    /// Draws a value uniformly, on the domain's scale.
    package func draw(using generator: inout PhiloxGenerator) -> ParameterValue {
        value(at: generator.unit())
    }

    private static let logarithmOfTen = Elementary.log(10)

    private func rounded(_ number: Double, within range: ClosedRange<Double>) -> Double {
        let span = min(range.upperBound - range.lowerBound, number.magnitude)
        guard span > 0 else { return number }
        let magnitude = (Elementary.log(span) / Self.logarithmOfTen).rounded(.down)
        // Powers of ten up to the 22nd are exact, so the quotient is the decimal number's Double.
        let digits = min(3 - Int(magnitude), 22)
        guard digits > 0 else { return number }
        let power = (0..<digits).reduce(1.0) { power, _ in power * 10 }
        return (number * power).rounded() / power
    }
}

extension ParameterScale {
    fileprivate func point(_ unit: Double, from lower: Double, to upper: Double) -> Double {
        switch self {
        case .linear: lower + (upper - lower) * unit
        case .log:
            Elementary.exp(
                Elementary.log(lower) + (Elementary.log(upper) - Elementary.log(lower)) * unit
            )
        }
    }

    fileprivate func unit(of number: Double, from lower: Double, to upper: Double) -> Double {
        guard lower < upper else { return 0.5 }
        let unit =
            switch self {
            case .linear: (number - lower) / (upper - lower)
            case .log:
                (Elementary.log(number) - Elementary.log(lower))
                    / (Elementary.log(upper) - Elementary.log(lower))
            }
        return min(max(unit, 0), 1)
    }
}

extension ClosedRange<Double> {
    fileprivate func clamp(_ number: Double) -> Double {
        Swift.min(Swift.max(number, lowerBound), upperBound)
    }
}

extension ClosedRange<Int> {
    /// The interval in which each whole number of the range owns what rounds to it.
    fileprivate var cells: (from: Double, to: Double) {
        (Double(lowerBound) - 0.5, Double(upperBound) + 0.5)
    }

    fileprivate func nearest(to number: Double) -> Int {
        let inside = Swift.min(Swift.max(number, Double(lowerBound)), Double(upperBound))
        return Int(inside.rounded())
    }
}

extension SearchSpace {
    /// The schedule of the space that is nearest to another one: what does not vary is the base's.
    package func nearest(to schedule: GrowthSchedule) -> GrowthSchedule {
        dimensions.reduce(base) { nearest, dimension in
            nearest.setting(
                dimension.parameter,
                to: dimension.domain.nearest(to: schedule[dimension.parameter])
            )
        }
    }

    /// Where a schedule lies in the unit cube, a coordinate for each dimension.
    package func point(of schedule: GrowthSchedule) -> [Double] {
        dimensions.map { $0.domain.unit(of: schedule[$0.parameter]) }
    }

    /// The schedule at a point of the unit cube.
    package func schedule(at point: [Double]) -> GrowthSchedule {
        zip(dimensions, point).reduce(into: base) { schedule, gene in
            schedule.replace(gene.0.parameter, with: gene.0.domain.value(at: gene.1))
        }
    }

    /// Draws a schedule: every dimension uniformly and independently, on its scale.
    package func draw(using generator: inout PhiloxGenerator) -> GrowthSchedule {
        dimensions.reduce(into: base) { drawn, dimension in
            drawn.replace(dimension.parameter, with: dimension.domain.draw(using: &generator))
        }
    }
}
