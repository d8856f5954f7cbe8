namespace Shouwang.Shared.Bills;

/// <summary>The names of a list of hospitals, found without walking through all of them (医院名录索引).</summary>
sealed class HospitalIndex
{
    private readonly Dictionary<string, List<ListedHospital>> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ListedHospital>> _short = new(StringComparer.Ordinal);
    private readonly ILookup<int, (string Name, bool[] Forgiving, ListedHospital Hospital)> _byLength;

    public HospitalIndex(IReadOnlyList<ListedHospital> all)
    {
        var names = all.SelectMany(h => h.OtherNames.Append(h.Name).Select(n => (Name: HospitalName.Plain(n), Hospital: h))).ToList();
        foreach (var (name, hospital) in names)
        {
            Put(_names, name, hospital);
            if (HospitalName.Short(name) is { } left)
                Put(_short, left, hospital);
        }
        _byLength = names.Select(n => (n.Name, Forgiving: CommonName.Forgiving(n.Name), n.Hospital)).ToLookup(n => n.Name.Length);
    }

    /// <summary>The one hospital a name without brackets can mean; null where there is none, or more than one.</summary>
    public ListedHospital? Find(string name, string? place)
    {
        var plain = HospitalName.Plain(name);
        if (plain.Length < 4)
            return null;
        // Two lists that have one hospital at one level do not disagree.
        if (_names.TryGetValue(plain, out var same))
            return One(same, place) ?? (same.TrueForAll(h => h.Name == same[0].Name && h.Level == same[0].Level) ? same[0] : null);
        if (PlaceLeftOut(plain, place) is { } shortened)
            return shortened;
        if (PlacePutBefore(plain, place) is { } longer)
            return longer;
        var misread = _byLength[plain.Length].Where(n => CommonName.Misread(plain, n.Name, n.Forgiving)).Select(n => n.Hospital).Distinct().ToList();
        return misread.Count == 0 ? null : One(misread, place);
    }

    /// <summary>Listed as 江阴市示例人民医院, read as 示例人民医院. What any town may have is only that of the person's own place, and only where no other of the prefecture ends so.</summary>
    private ListedHospital? PlaceLeftOut(string read, string? place)
    {
        if (!_short.TryGetValue(read, out var meant))
            return null;
        if (!CommonName.Is(read) && !District(read))
            return One(meant, place);
        if (place is not { Length: 6 })
            return null;
        // Cities have districts of one name: 普陀区, 鼓楼区.
        if (District(read))
            return meant is [var one] && Prefecture(one.Place).SequenceEqual(Prefecture(place)) ? one : null;
        var near = _names.Where(n => n.Key.EndsWith(read, StringComparison.Ordinal)).SelectMany(n => n.Value).Where(h => Prefecture(h.Place).SequenceEqual(Prefecture(place))).Distinct().ToList();
        return near is [var only] && only.Place == place ? only : null;
    }

    /// <summary>Listed as 无锡市第二人民医院, read with the province before it; or as 示例镇中心卫生院, read with a county before it, which has to be the person's own: the next has a town of that name too.</summary>
    private ListedHospital? PlacePutBefore(string read, string? place)
    {
        if (HospitalName.Short(read) is { } left && !CommonName.Is(left) && _names.TryGetValue(left, out var bare) && One(bare, place) is { } own && own.Place == place)
            return own;
        var province = read.AsSpan(0, Math.Min(read.Length, 4)).IndexOf('省');
        return province > 0 && HospitalName.Short(read[(province + 1)..]) is not null && _names.TryGetValue(read[(province + 1)..], out var full) ? One(full, place) : null;
    }

    private static bool District(string name) => name.AsSpan(0, Math.Min(name.Length, 5)).IndexOf('区') > 0;

    /// <summary>The digits of the city; of the four that are cities and provinces in one, two.</summary>
    private static ReadOnlySpan<char> Prefecture(string place) => place.AsSpan(0, place[..2] is "11" or "12" or "31" or "50" ? 2 : 4);

    private static ListedHospital? One(List<ListedHospital> meant, string? place)
    {
        if (meant is [var only])
            return only;
        var here = meant.Where(h => h.Place == place).ToList();
        return here is [var own] ? own : null;
    }

    private static void Put(Dictionary<string, List<ListedHospital>> into, string name, ListedHospital hospital)
    {
        if (!into.TryGetValue(name, out var meant))
            into[name] = meant = [];
        if (!meant.Contains(hospital))
            meant.Add(hospital);
    }
}
