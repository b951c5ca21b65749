"""The provider door: the gRPC protocol by which the Pulumi engine talks to the azure-native provider."""
