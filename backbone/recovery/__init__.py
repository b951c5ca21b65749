"""What a killed Pulumi command leaves in its stack's state, and how that state is made whole again.

The engine notes each operation in the state before it asks Azure. A killed command leaves those notes behind, and
nobody knows whether Azure did what it was asked. Recovery has three steps, each one write of the state, so that it may
itself be killed and run again: `begin` turns interrupted creations into resources with the ids that they have if they
exist, and keeps a journal in the state; a refresh asks Azure about them; `settle` takes the answer
and ends the journal.
"""
