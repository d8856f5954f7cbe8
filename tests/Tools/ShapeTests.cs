using System.Text;
using Shouwang.Shared.Policies;
using Shouwang.Tools.Golden;
using Shouwang.Tools.Policy;

namespace Shouwang.Tools.Tests;

/// <summary>Shapes of rules that no place on file uses yet, with invented figures worked out by hand.</summary>
public class ShapeTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Tools", "Shapes");
    private static readonly PolicyFolder Policies = PolicyFolder.Read(Path.Combine(Folder, "policies"));
    private static readonly PolicyLibrary Library = PolicyLibrary.Parse(Encoding.UTF8.GetBytes(Policies.Compiled));
    private static readonly List<Complaint> Complaints = [];
    private static readonly IReadOnlyList<GoldenCase> Cases = GoldenReader.ReadAll(Path.Combine(Folder, "cases"), Complaints);

    public static TheoryData<string, int> All => new(Cases.Select((c, i) => (c.ToString(), i)));

    [Theory]
    [MemberData(nameof(All))]
    public void The_shape_gives_what_was_worked_out_by_hand(string name, int index) =>
        GoldenRun.Failures(Cases[index], f => Library.Resolve(f.Place, f.Date, f.Scheme)).Select(f => f.ToString()).ShouldBeEmpty(name);

    [Fact]
    public void The_rules_and_the_examples_are_well_written() =>
        Policies.Complaints.Concat(Complaints).Select(c => c.ToString()).ShouldBeEmpty();

    [Fact]
    public void Every_shape_has_examples() =>
        Cases.SelectMany(c => c.Stays).Select(s => s.Place).Distinct().Order().ShouldBe(Library.Places.Keys.Order());
}
