using System.Text;
using Shouwang.Shared.MutualAid.Board;

namespace Shouwang.Shared.Tests.MutualAid.Board;

public class MerkleTreeTests
{
    /// <summary>The leaves of the Certificate Transparency project's own test vectors, and the roots it gives for them.</summary>
    private static readonly string[] CtLeaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void The_roots_are_those_of_certificate_transparency(int leaves, string root) =>
        Convert.ToHexStringLower(MerkleTree.Root([.. CtLeaves[..leaves].Select(leaf => MerkleTree.Leaf(Convert.FromHexString(leaf)))])).ShouldBe(root);

    [Fact]
    public void Every_leaf_of_every_tree_up_to_forty_is_proved_and_no_other_is()
    {
        for (var size = 1; size <= 40; size++)
        {
            var leaves = Leaves(size);
            var root = MerkleTree.Root(leaves);
            for (var at = 0; at < size; at++)
            {
                var path = MerkleTree.Path(at, leaves);
                MerkleTree.IsIn(leaves[at], at, size, path, root).ShouldBeTrue();
                MerkleTree.IsIn(leaves[at], at + 1, size, path, root).ShouldBeFalse();
                MerkleTree.IsIn(MerkleTree.Leaf([9]), at, size, path, root).ShouldBeFalse();
            }
        }
    }

    [Fact]
    public void Every_tree_up_to_forty_is_shown_to_have_grown_from_every_earlier_one_and_from_no_changed_one()
    {
        for (var size = 1; size <= 40; size++)
        {
            var leaves = Leaves(size);
            var root = MerkleTree.Root(leaves);
            for (var first = 1; first <= size; first++)
            {
                var proof = MerkleTree.Consistency(first, leaves);
                MerkleTree.Grew(first, MerkleTree.Root(leaves.AsSpan(0, first)), size, root, proof).ShouldBeTrue($"{first} → {size}");
                byte[][] changed = [MerkleTree.Leaf([9]), .. leaves.Skip(1).Take(first - 1)];
                MerkleTree.Grew(first, MerkleTree.Root(changed), size, root, proof).ShouldBeFalse($"{first} → {size}");
            }
        }
    }

    private static byte[][] Leaves(int count) => [.. Enumerable.Range(0, count).Select(n => MerkleTree.Leaf(Encoding.UTF8.GetBytes($"{n}")))];
}
