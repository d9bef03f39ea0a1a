// Transfers, sends, outgoing wires and correspondent bank transfers.
export {}
