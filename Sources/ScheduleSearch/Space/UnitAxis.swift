import Randomness
package import Trials

/// Maps the values of a domain to [0, 1], so that steps and strata are alike for all parameters.
///
/// Each whole number and each word has an equal part of [0, 1], on the domain's scale.
struct UnitAxis: Hashable, Sendable {
    private let domain: ParameterDomain
    private let isLogarithmic: Bool
    /// The scaled value at 0, and the distance from there to the value at 1.
    private let start: Double
    private let length: Double

    /// Maps a domain to [0, 1].
    init(_ domain: ParameterDomain) {
        self.domain = domain
        let (ends, scale): ((from: Double, to: Double), ParameterScale) =
            switch domain {
            case .real(let range, let scale): ((range.lowerBound, range.upperBound), scale)
            case .integer(let range, let scale): (range.cells, scale)
            case .category(let choices): ((0, Double(choices.count)), .linear)
            }
        isLogarithmic = scale == .log
        start = isLogarithmic ? Elementary.log(ends.from) : ends.from
        length = (isLogarithmic ? Elementary.log(ends.to) : ends.to) - start
    }

    /// The value at a point of [0, 1].
    ///
    /// A number has four significant digits: finer than the noise of a trial, and short enough to
    /// be read.
    func value(at unit: Double) -> ParameterValue {
        let place = start + length * unit
        let number = isLogarithmic ? Elementary.exp(place) : place
        switch domain {
        case .real(let range, _):
            return .real(range.clamp(number.rounded(within: range)))
        case .integer(let range, _): return .integer(range.nearest(to: number))
        case .category(let choices):
            let index = Int(number.rounded(.down))
            return .category(choices[min(max(index, 0), choices.count - 1)])
        }
    }

    /// The point of [0, 1] for a value; a value outside the domain gets that of the nearest value.
    ///
    /// An unknown word gets the point of the first one.
    ///
    /// - Precondition: the value has the kind of the domain.
    func unit(of value: ParameterValue) -> Double {
        switch (domain, value) {
        case (.real(let range, _), .real(let number)): return unit(of: range.clamp(number))
        case (.integer(let range, _), .integer(let number)):
            return unit(of: Double(min(max(number, range.lowerBound), range.upperBound)))
        case (.category(let choices), .category(let word)):
            return unit(of: Double(choices.firstIndex(of: word) ?? 0) + 0.5)
        default: preconditionFailure("\(value) is not a value of \(domain)")
        }
    }

    private func unit(of number: Double) -> Double {
        guard length > 0 else { return 0.5 }
        let unit = ((isLogarithmic ? Elementary.log(number) : number) - start) / length
        return min(max(unit, 0), 1)
    }
}

extension ParameterDomain {
    /// The value at a point of [0, 1]; for many points, use a `UnitAxis`, which is faster.
    package func value(at unit: Double) -> ParameterValue { UnitAxis(self).value(at: unit) }

    /// The point of [0, 1] for a value; for many values, use a `UnitAxis`, which is faster.
    ///
    /// - Precondition: the value has the kind of the domain.
    package func unit(of value: ParameterValue) -> Double { UnitAxis(self).unit(of: value) }

    /// The value itself if it lies within the domain, otherwise the nearest one.
    package func nearest(to value: ParameterValue) -> ParameterValue {
        contains(value) ? value : self.value(at: unit(of: value))
    }

    /// The part of [0, 1] that one whole number has on a linear scale; 0 for other domains.
    var cellWidth: Double {
        guard case .integer(let range, _) = self else { return 0 }
        return 1 / Double(range.upperBound - range.lowerBound + 1)
    }
}

extension Double {
    /// Rounds to four significant digits, or to more if a narrow range needs them.
    fileprivate func rounded(within range: ClosedRange<Double>) -> Double {
        let span = min(range.upperBound - range.lowerBound, magnitude)
        guard span > 0 else { return self }
        // Powers of ten up to the 22nd are exact, so the quotient is the nearest Double of the
        // decimal number.
        var (power, digits) = (1.0, 0)
        while span * power < 1000, digits < 22 {
            power *= 10
            digits += 1
        }
        return digits == 0 ? self : (self * power).rounded() / power
    }
}

extension ClosedRange<Double> {
    fileprivate func clamp(_ number: Double) -> Double {
        Swift.min(Swift.max(number, lowerBound), upperBound)
    }
}

extension ClosedRange<Int> {
    /// The interval of all numbers that round to a whole number of the range.
    fileprivate var cells: (from: Double, to: Double) {
        (Double(lowerBound) - 0.5, Double(upperBound) + 0.5)
    }

    fileprivate func nearest(to number: Double) -> Int {
        let inside = Swift.min(Swift.max(number, Double(lowerBound)), Double(upperBound))
        return Int(inside.rounded())
    }
}
