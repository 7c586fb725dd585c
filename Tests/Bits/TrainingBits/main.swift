// Trains small networks and prints a digest of each one's bits: see Tests/Bits/run.

for network in TrainedNetwork.all {
  print(try await network.line())
}
