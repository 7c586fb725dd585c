extension Parameters<Double> {
  /// Gradient descent: W ← W - rate · dW and b ← b - rate · db.
  mutating func descend(along gradient: Parameters<Double>, rate: Double) {
    for tensor in tensors.indices {
      for i in tensors[tensor].numbers.indices {
        tensors[tensor].numbers[i] -= rate * gradient.tensors[tensor].numbers[i]
      }
    }
  }
}
