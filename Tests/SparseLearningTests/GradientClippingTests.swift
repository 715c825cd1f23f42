import SparseLearning
import Testing

@Suite struct GradientClippingTests {
    @Test func `gradients are shortened to a multiple of the usual norm`() throws {
        var clipping = try #require(GradientClipping(2))
        #expect(clipping.factor(forNorm: 1) == nil)
        // Usual is 1, so 2 is the most.
        #expect(clipping.factor(forNorm: 4) == 0.5)
        // A hundredth of the way from 1 to the 2 that were left: the most is now 2 · 1.01.
        #expect(clipping.factor(forNorm: 2.02) == nil)
        let factor = clipping.factor(forNorm: 4.08)
        // And now 2 · (1.01 + 0.0101).
        #expect(abs(try #require(factor) - 2.0402 / 4.08) < 1e-12)
    }

    /// After n steps at a norm of 0 the mean is 0.99ⁿ of what it was.
    @Test func `usual is a mean over about a hundred steps`() throws {
        var clipping = try #require(GradientClipping(3))
        #expect(clipping.factor(forNorm: 8) == nil)
        for _ in 0..<69 { #expect(clipping.factor(forNorm: 0) == nil) }
        // 0.99⁶⁹ = 0.49984
        let factor = clipping.factor(forNorm: 24)
        #expect(abs(try #require(factor) - 0.49984) < 1e-5)
    }

    @Test func `a norm that is not finite changes nothing`() throws {
        var clipping = try #require(GradientClipping(2))
        #expect(clipping.factor(forNorm: .infinity) == nil)
        #expect(clipping.factor(forNorm: 1) == nil)
        #expect(clipping.factor(forNorm: .nan) == nil)
        #expect(clipping.factor(forNorm: 4) == 0.5)
    }

    @Test func `zero means that nothing is clipped`() {
        #expect(GradientClipping(0) == nil)
    }
}
