/// Gradient descent: W ← W - rate · dW and b ← b - rate · db.
struct GradientDescent {
  let rate: Double

  func update(_ parameters: inout Parameters<Double>, by gradient: Parameters<Double>) {
    for tensor in parameters.tensors.indices {
      for i in parameters.tensors[tensor].numbers.indices {
        parameters.tensors[tensor].numbers[i] -= rate * gradient.tensors[tensor].numbers[i]
      }
    }
  }
}
