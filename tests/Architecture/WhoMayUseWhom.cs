using System.Reflection;

namespace Shouwang.Architecture.Tests;

public sealed class WhoMayUseWhom
{
    static readonly Assembly Shared = typeof(Shared.Money.Fen).Assembly;
    static readonly Assembly Bot = typeof(Bot.Turn).Assembly;

    [Fact]
    public void The_domain_uses_nothing_of_ours_and_no_package() =>
        Uses(Shared).ShouldAllBe(name => name.StartsWith("System", StringComparison.Ordinal) || name == "netstandard");

    [Fact]
    public void The_bot_uses_the_domain_alone() =>
        Uses(Bot).ShouldAllBe(name => name.StartsWith("System", StringComparison.Ordinal) || name == "Shouwang.Shared");

    [Theory]
    [InlineData("Shouwang.Recognizer")]
    [InlineData("Shouwang.Local")]
    public void Side_programs_use_no_part_of_ours_but_the_domain(string program) =>
        Uses(Assembly.Load(program)).Where(name => name.StartsWith("Shouwang", StringComparison.Ordinal)).ShouldAllBe(name => name == "Shouwang.Shared");

    [Fact]
    public void Only_functions_speaks_to_the_cloud() =>
        new[] { Shared, Bot, Assembly.Load("Shouwang.Recognizer") }
            .SelectMany(Uses)
            .ShouldNotContain(name => name.StartsWith("Azure", StringComparison.Ordinal));

    static IEnumerable<string> Uses(Assembly assembly) => assembly.GetReferencedAssemblies().Select(reference => reference.Name!);
}
