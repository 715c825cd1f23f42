import Glibc
import Randomness
import Testing

@Suite struct ElementaryTests {
    /// The distance of a number from a reference, in units of the reference's last place.
    private func ulps(_ number: Double, from reference: Double) -> Double {
        if number == reference { return 0 }
        return abs(number - reference) / reference.ulp
    }

    @Test func `logarithms are right to two units in the last place`() {
        var generator = Seed(rawValue: 1).generator()
        var worst = 0.0
        for _ in 0..<200_000 {
            let x = Glibc.exp(generator.uniform(in: -700...700))
            worst = max(worst, ulps(Elementary.log(x), from: Glibc.log(x)))
        }
        #expect(worst <= 2, "worst: \(worst) ulp")
    }

    @Test func `logarithms near one are right to two units in the last place`() {
        var generator = Seed(rawValue: 2).generator()
        var worst = 0.0
        for exponent in 1...52 {
            for _ in 0..<2000 {
                let step = generator.uniform(in: -1...1) / Double(1 << exponent)
                let x = 1 + step
                guard x > 0 else { continue }
                worst = max(worst, ulps(Elementary.log(x), from: Glibc.log(x)))
            }
        }
        #expect(worst <= 2, "worst: \(worst) ulp")
    }

    @Test func `logarithms of extremes are right`() {
        let extremes = [
            Double.leastNonzeroMagnitude, 3 * .leastNonzeroMagnitude, .leastNormalMagnitude,
            .leastNormalMagnitude.nextDown, .greatestFiniteMagnitude, 0.5, 2, 0.7071067811865475,
            0.7071067811865476, 1.4142135623730951,
        ]
        for x in extremes {
            #expect(ulps(Elementary.log(x), from: Glibc.log(x)) <= 2, "log \(x)")
        }
        #expect(Elementary.log(1) == 0)
    }

    @Test func `exponentials are right to two units in the last place`() {
        var generator = Seed(rawValue: 3).generator()
        var worst = 0.0
        for bound in [1e-12, 1e-3, 0.4, 1, 30, 700] {
            for _ in 0..<50_000 {
                let x = generator.uniform(in: -bound...bound)
                worst = max(worst, ulps(Elementary.exp(x), from: Glibc.exp(x)))
            }
        }
        #expect(worst <= 2, "worst: \(worst) ulp")
    }

    @Test func `exponentials of extremes are right`() {
        let greatest = 709.782712893384
        for x in [greatest, -708.3964185322641, -708.5, -720, -740, -745.1, -745.13] {
            #expect(ulps(Elementary.exp(x), from: Glibc.exp(x)) <= 2, "exp \(x)")
        }
        #expect(Elementary.exp(0) == 1)
        #expect(Elementary.exp(greatest.nextUp) == .infinity)
        #expect(Elementary.exp(709.789) == .infinity)
        #expect(Elementary.exp(1e300) == .infinity)
        #expect(Elementary.exp(.infinity) == .infinity)
        #expect(Elementary.exp(-745.14) == 0)
        #expect(Elementary.exp(-1e300) == 0)
        #expect(Elementary.exp(-.infinity) == 0)
    }

    @Test func `the bits never change`() {
        #expect(Elementary.log(10).bitPattern == 4_612_367_379_483_415_830)
        #expect(Elementary.log(1e-300).bitPattern == 13_872_659_378_474_614_709)
        #expect(Elementary.exp(1).bitPattern == 4_613_303_445_314_885_482)
        #expect(Elementary.exp(-20.5).bitPattern == 4_473_616_198_666_092_716)
    }
}
