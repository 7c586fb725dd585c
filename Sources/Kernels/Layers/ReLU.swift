/// The rectified linear unit: what is negative becomes zero.
@inline(__always)
func relu(_ z: Lanes) -> Lanes {
  z.replacing(with: 0, where: z .< 0)
}

/// The slope of the rectified linear unit times `delta`: nothing passes where it gave zero.
@inline(__always)
func reluSlope(_ a: Lanes, times delta: Lanes) -> Lanes {
  delta.replacing(with: 0, where: a .<= 0)
}
