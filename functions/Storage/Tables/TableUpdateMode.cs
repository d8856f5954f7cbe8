namespace Shouwang.Functions.Storage.Tables;

/// <summary>Whether properties that the new entity does not name stay (merge) or go (replace).</summary>
public enum TableUpdateMode
{
    Merge = 0,
    Replace = 1,
}
