using System.Reflection;
using System.Text.RegularExpressions;

namespace Shouwang.Architecture.Tests;

/// <summary>The domain and the bot are functions of what they are given: no clock, no randomness, no I/O, no floating point on the way of money.</summary>
public sealed partial class Purity
{
    /// <summary>Files that reckon with probabilities, not with money.</summary>
    static readonly string[] MayUseFloatingPoint =
    [
        "shared/MutualAid/Plans/AidRates.cs",
        "shared/MutualAid/Plans/CostCurve.cs",
        "shared/MutualAid/Plans/Credibility.cs",
        "shared/MutualAid/Plans/Fourier.cs",
        "shared/MutualAid/Plans/PersonYear.cs",
        "shared/MutualAid/Plans/YearForecast.cs",
        "shared/MutualAid/Plans/YearlyAid.cs",
    ];

    [Theory]
    [InlineData("shared")]
    [InlineData("bot")]
    public void Nothing_asks_the_clock_chance_or_the_outside(string folder) =>
        Offences(folder, Impure(), []).ShouldBeEmpty();

    [Fact]
    public void The_domain_reckons_in_whole_numbers() =>
        Offences("shared", FloatingPoint(), MayUseFloatingPoint).ShouldBeEmpty();

    [Fact]
    public void No_public_value_of_the_domain_can_be_changed() =>
        typeof(Shared.Money.Fen).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(property => property.SetMethod is { IsPublic: true } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)))
            .Select(property => $"{property.DeclaringType}.{property.Name}")
            .ShouldBeEmpty();

    static List<string> Offences(string folder, Regex banned, string[] exempt) =>
        [.. Repository.Sources(folder)
            .Where(file => !exempt.Contains(Repository.Relative(file)))
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (file, line: Comment().Replace(line, ""), index)))
            .Where(place => banned.IsMatch(place.line))
            .Select(place => $"{Repository.Relative(place.file)}:{place.index + 1}: {place.line.Trim()}")];

    [GeneratedRegex(@"//.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\b(DateTime(Offset)?\.(Now|UtcNow)|DateTime\.Today|TimeProvider|Guid\.NewGuid|new Random|Random\.Shared|RandomNumberGenerator|Environment\.|File\.|Directory\.|HttpClient|Console\.|Thread\.|Task\.|Task<|async |await )")]
    private static partial Regex Impure();

    [GeneratedRegex(@"\b(double|float|decimal|Half|Math\.(Sqrt|Pow|Exp|Log))\b")]
    private static partial Regex FloatingPoint();
}
