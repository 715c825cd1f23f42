/// Speeds of the kernels on one layer, and the peak speed of the core.
public struct KernelSpeed: Hashable, Codable, Sendable {
    /// Present connections over possible ones.
    public let density: Double
    /// Speed of the forward pass (10⁹ flops/s; 2 flops per connection and row).
    public let forwardGigaflops: Double
    /// Speed of the backward pass (10⁹ flops/s; 4 flops per connection and row).
    public let backwardGigaflops: Double
    /// Speed of separate multiplications and additions in registers (10⁹ flops/s).
    public let peakGigaflops: Double

    private enum CodingKeys: String, CodingKey {
        case density
        case forwardGigaflops = "forward_gflops"
        case backwardGigaflops = "backward_gflops"
        case peakGigaflops = "peak_gflops"
    }
}
