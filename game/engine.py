"""Which rules these are. The number stands in every map version, so a reader knows who built it."""

ENGINE = "1.0.0"
