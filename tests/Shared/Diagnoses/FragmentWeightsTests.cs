using System.Buffers.Binary;
using System.IO.Compression;
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
    public void Damaged_file_is_told_with_its_remedy()
    {
        byte[][] damaged = [[], [1, 2], [255, 255, 255, 127, 0], One("阑尾", 2, 1)[..^1]];
        foreach (var file in damaged)
            Should.Throw<FormatException>(() => new FragmentWeights(file)).Message.ShouldContain("shouwang diseases learn");
    }

    // One row: how many rows; the hash in five bytes of seven bits; one entry; its index; its points.
    static byte[] One(string fragment, byte entry, sbyte points)
    {
        var hash = FragmentWeights.Hash(fragment);
        byte[] plain = [1, .. Enumerable.Range(0, 5).Select(i => (byte)(hash >> 7 * i & 0x7f | (i < 4 ? 0x80u : 0))), 1, entry, unchecked((byte)points)];
        var packed = new byte[100];
        BrotliEncoder.TryCompress(plain, packed, out var length);
        var size = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(size, plain.Length);
        return [.. size, .. packed[..length]];
    }
}
