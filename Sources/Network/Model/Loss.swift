/// -ln p, with p kept away from zero, where the logarithm has no value.
package func crossEntropy(_ probability: Float) -> Double {
  -naturalLogarithm(max(Double(probability), 1e-30))
}
