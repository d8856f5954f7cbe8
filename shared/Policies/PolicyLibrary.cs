using System.Collections.Immutable;
using System.Text.Json;

namespace Shouwang.Shared.Policies;

/// <summary>All law on file (政策库), and the way from a place and a day to the rules that govern there.</summary>
public sealed class PolicyLibrary
{
    /// <summary>Code of the nation, the top of every chain of places.</summary>
    public const string Nation = "100000";

    private static readonly Lazy<PolicyLibrary> Built = new(ReadBuiltIn);

    private readonly ImmutableSortedDictionary<string, PlaceOnFile> places;

    private PolicyLibrary(ImmutableArray<Status> statuses, ImmutableSortedDictionary<string, PlaceOnFile> places)
    {
        Statuses = statuses;
        this.places = places;
    }

    /// <summary>The law that ships with this build, compiled from <c>policies/</c>.</summary>
    public static PolicyLibrary Shipped => Built.Value;

    /// <summary>Every status a rule may name.</summary>
    public ImmutableArray<Status> Statuses { get; }

    /// <summary>Every place with rules on file, by code.</summary>
    public IReadOnlyDictionary<string, PlaceOnFile> Places => places;

    /// <summary>Reads compiled law: the output of <c>./shouwang policy build</c>.</summary>
    public static PolicyLibrary Parse(ReadOnlyMemory<byte> compiled)
    {
        using var document = JsonDocument.Parse(compiled);
        var root = document.RootElement;
        return new PolicyLibrary(
            FigureJson.ReadStatuses(root.GetProperty("statuses")),
            root.GetProperty("places").EnumerateArray().Select(FigureJson.ReadPlace).ToImmutableSortedDictionary(p => p.Code, p => p, StringComparer.Ordinal));
    }

    /// <summary>The places whose rules reach a place, the lowest first: village's county, city, province, nation.</summary>
    public static IEnumerable<string> Chain(string place)
    {
        var county = place.Length > 6 ? place[..6] : place;
        return new[] { county, county[..4] + "00", county[..2] + "0000", Nation }.Distinct(StringComparer.Ordinal);
    }

    /// <summary>The rules of a place on a day.</summary>
    /// <exception cref="NoPolicyException">The place is not on file, or has no rules for the day or the scheme.</exception>
    public PolicySnapshot Resolve(string place, DateOnly date, string scheme = "resident")
    {
        var chain = OnFile(place, scheme);
        return chain.Where(p => p.Code != Nation).SelectMany(p => p.Figures).Any(f => f.InForce(date, scheme))
            ? PolicySnapshot.Of(chain[0], Statuses, Govern(chain, date, scheme))
            : throw new NoPolicyException("no-rules-for-date", $"{chain[0].Name}在{date.InWords()}这一天没有收录政策，请检查日期，或请县里补上当时的政策。");
    }

    /// <summary>The places on file whose rules reach a place, the lowest first.</summary>
    /// <exception cref="NoPolicyException">None of them but the nation, or none of them for the scheme.</exception>
    public IReadOnlyList<PlaceOnFile> OnFile(string place, string scheme)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (place.Length is not (6 or 12) || !place.All(char.IsAsciiDigit))
            throw new NoPolicyException("unknown-place", "地区代码要写六位数字（例如 320281），请检查。");
        var chain = Chain(place).Where(places.ContainsKey).Select(p => places[p]).ToList();
        if (chain.All(p => p.Code == Nation))
            throw new NoPolicyException("unknown-place", $"地区 {place} 的政策还没有收录，请检查代码，或请县里按说明添加。");
        return chain.Where(p => p.Code != Nation).SelectMany(p => p.Figures).Any(f => f.Scheme is null || f.Scheme == scheme)
            ? chain
            : throw new NoPolicyException("unknown-scheme", $"{chain[0].Name}没有收录这种参保类型的政策，请检查参保类型。");
    }

    /// <summary>Value by value from the top: a lower place replaces only what the place above delegated.</summary>
    private static SortedDictionary<string, Figure>.ValueCollection Govern(IReadOnlyList<PlaceOnFile> chain, DateOnly date, string scheme)
    {
        var governing = new SortedDictionary<string, Figure>(StringComparer.Ordinal);
        for (var i = chain.Count - 1; i >= 0; i--)
        {
            foreach (var figure in chain[i].Figures)
            {
                if (!figure.InForce(date, scheme))
                    continue;
                if (!governing.TryGetValue(figure.Path, out var above) || above.Delegated)
                    governing[figure.Path] = figure;
            }
        }
        return governing.Values;
    }

    private static PolicyLibrary ReadBuiltIn()
    {
        using var stream = typeof(PolicyLibrary).Assembly.GetManifestResourceStream("policies.json")
            ?? throw new InvalidOperationException("The compiled law is not part of this build: run ./shouwang policy build.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Parse(bytes);
    }
}
