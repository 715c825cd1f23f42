import ClusterSimulation
import Testing

@Suite struct RegressionTests {
    @Test(arguments: RegressionSeeds.all)
    func `a seed that once broke a promise breaks none`(regression: RegressionSeed) {
        var run = ClusterRun(regression.setting)
        #expect(run.run().violation == nil, "\(regression.lesson)")
    }
}
