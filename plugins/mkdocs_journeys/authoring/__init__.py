"""Help for those who write definitions: what a finding means, how it is mended, how to begin."""
