using Shouwang.Tools.Policy;

namespace Shouwang.Tools.Tests;

/// <summary>policies/ and the compiled file the app embeds.</summary>
public class CompiledLawTests
{
    private static readonly PolicyFolder Folder = PolicyFolder.Read(Path.Combine(Repository.Root, "policies"));

    [Fact]
    public void Nothing_in_policies_is_to_be_complained_about() => Folder.Complaints.Select(c => c.ToString()).ShouldBeEmpty();

    [Fact]
    public void The_checked_in_compiled_law_is_what_policies_compile_to() =>
        File.ReadAllText(Path.Combine(Repository.Root, PolicyCommand.CompiledFile)).ShouldBe(Folder.Compiled, "run ./shouwang policy build and commit the result");
}
