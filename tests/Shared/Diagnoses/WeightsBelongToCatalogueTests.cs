using Shouwang.Shared.Diagnoses;

namespace Shouwang.Shared.Tests.Diagnoses;

public class WeightsBelongToCatalogueTests
{
    // The weights speak of entries and blocks by their place in the two files, so all change together.
    const uint LearnedFor = 0xb5752a7a;

    [Fact]
    public void Entries_and_blocks_are_those_that_the_weights_were_learned_for() =>
        FragmentWeights.Hash(string.Join(' ', DiseaseCatalogue.Default.Entries.Select(e => e.Code).Concat(DiseaseData.Rows("blocks.tsv").Select(r => r[0] + r[1])))).ShouldBe(
            LearnedFor,
            "Entries or blocks were added, removed or reordered: learn policies/diseases/weights.bin again (docs/diseases.md) and put the new number here.");
}
