using Shouwang.Shared.Diagnoses;

namespace Shouwang.Shared.Tests.Diagnoses;

public class FragmentWeightsTests
{
    [Fact]
    public void Known_fragment_adds_its_points_and_an_unknown_one_nothing()
    {
        var points = new int[3];
        var weights = new FragmentWeights(One("阑尾", entry: 2, points: -7));
        weights.Add("阑尾", points).ShouldBeTrue();
        weights.Add("胆囊", points).ShouldBeFalse();
        points.ShouldBe([0, 0, -7]);
        weights.Of("阑尾", 2).ShouldBe(-7);
        weights.Of("阑尾", 1).ShouldBe(0);
    }

    [Fact]
    public void Damaged_file_is_told_with_its_remedy() =>
        Should.Throw<FormatException>(() => new FragmentWeights(One("阑尾", 2, 1)[..^1])).Message.ShouldContain("shouwang diseases learn");

    static byte[] One(string fragment, ushort entry, sbyte points) =>
        [1, 0, 0, 0, .. BitConverter.GetBytes(FragmentWeights.Hash(fragment)), 1, .. BitConverter.GetBytes(entry), unchecked((byte)points)];
}
