using Shouwang.Shared.Diagnoses;

namespace Shouwang.Shared.Tests.Diagnoses;

public class WeightsBelongToCatalogueTests
{
    // The weights speak of entries by their place in the catalogue, so both change together.
    const uint LearnedFor = 0x26ac1c3a;

    [Fact]
    public void Entries_are_those_that_the_weights_were_learned_for() =>
        FragmentWeights.Hash(string.Join(' ', DiseaseCatalogue.Default.Entries.Select(e => e.Code))).ShouldBe(
            LearnedFor,
            "Entries were added, removed or reordered: learn policies/diseases/weights.bin again (docs/diseases.md) and put the new number here.");
}
